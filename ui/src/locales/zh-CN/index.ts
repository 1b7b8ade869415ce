// The same namespaces as in English; a missing one does not compile.
import type { Texts } from "../en";
import frame from "./frame.json";
import imports from "./imports.json";
import kit from "./kit.json";
import products from "./products.json";
import shopForm from "./shop-form.json";
import welcome from "./welcome.json";
import wizard from "./wizard.json";

export default {
  frame,
  imports,
  kit,
  products,
  "shop-form": shopForm,
  welcome,
  wizard,
} satisfies Record<keyof Texts, object>;
