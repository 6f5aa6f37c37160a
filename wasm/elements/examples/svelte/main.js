import { mount } from "svelte";
import "@lagrum/widgets";
import "@lagrum/widgets/dist/signup.css";
import "@lagrum/widgets/dist/choices.css";
import "@lagrum/widgets/dist/notice.css";
import Enrolment from "./Enrolment.svelte";

mount(Enrolment, { target: document.getElementById("app") });
