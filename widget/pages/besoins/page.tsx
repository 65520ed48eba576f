/** `/besoins`: what a published release says is needed, and the services that exist for it. */
import { mount } from "../../tools/mount.tsx";
import { Needs } from "./needs-page.tsx";

mount(() => <Needs />);
