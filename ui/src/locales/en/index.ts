// One line per namespace: a feature's texts are `locales/LANGUAGE/FEATURE.json`.
import frame from "./frame.json";
import kit from "./kit.json";
import wizard from "./wizard.json";

const texts = { frame, kit, wizard };
export type Texts = typeof texts;
export default texts;
