import { createApp } from "vue";
import "@lagrum/widgets";
import "@lagrum/widgets/dist/signup.css";
import "@lagrum/widgets/dist/choices.css";
import "@lagrum/widgets/dist/notice.css";
import Enrolment from "./Enrolment.vue";

createApp(Enrolment).mount("#app");
