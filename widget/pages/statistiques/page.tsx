/** `/statistiques`: reads published releases; what is shown stands in the fragment, so that a view can be linked and printed. */
import { mount } from "../../tools/mount.tsx";
import { Statistics } from "./statistics.tsx";

mount(() => <Statistics />);
