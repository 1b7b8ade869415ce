// The same namespaces as in English; a missing one does not compile.
import type { Texts } from "../en";
import frame from "./frame.json";
import kit from "./kit.json";
import wizard from "./wizard.json";

export default { frame, kit, wizard } satisfies Record<keyof Texts, object>;
