// React 19 sets what an element has as properties, and listens to its events by name.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "@lagrum/widgets";
import "@lagrum/widgets/dist/signup.css";
import "@lagrum/widgets/dist/choices.css";
import "@lagrum/widgets/dist/notice.css";

function Enrolment() {
	const [wrong, setWrong] = useState(0);
	return (
		<main>
			<h1>Enrol</h1>
			<lagrum-signup
				src="/privacy/studieskolen/enrolment.{lang}.json"
				action="/enrol"
				notice="/privacy/studieskolen/notice.en.html"
				heading="2"
				onlagrum-problems={(event) => setWrong(event.detail.problems.length)}
				onlagrum-submit={() => setWrong(0)}
			/>
			<p id="told">{wrong ? `${wrong} to mend` : "Nothing to mend"}</p>
			<lagrum-notice src="/privacy/studieskolen/notice.short.{lang}.html" />
			<lagrum-choices src="/privacy/studieskolen/choices.{lang}.json" />
		</main>
	);
}

createRoot(document.getElementById("app")).render(<Enrolment />);
