// One line per namespace: a feature's texts are `locales/LANGUAGE/FEATURE.json`.
import frame from "./frame.json";
import imports from "./imports.json";
import kit from "./kit.json";
import products from "./products.json";
import shopForm from "./shop-form.json";
import welcome from "./welcome.json";
import wizard from "./wizard.json";

const texts = {
  frame,
  imports,
  kit,
  products,
  "shop-form": shopForm,
  welcome,
  wizard,
};
export type Texts = typeof texts;
export default texts;
