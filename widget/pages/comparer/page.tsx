/** `/comparer`: two dates of one establishment, or several establishments side by side. Everything is worked out in the page. */
import { mount } from "../../tools/mount.tsx";
import { Establishments } from "./establishments.tsx";
import { TwoDates } from "./two-dates.tsx";

mount((code) => (
  <>
    <TwoDates handed={code} />
    <Establishments />
  </>
));
