// One line per namespace: a feature's texts are `locales/LANGUAGE/FEATURE.json`.
import affiliate from "./affiliate.json";
import calendar from "./calendar.json";
import campaignForm from "./campaign-form.json";
import campaigns from "./campaigns.json";
import coupons from "./coupons.json";
import drafts from "./drafts.json";
import frame from "./frame.json";
import history from "./history.json";
import imports from "./imports.json";
import kit from "./kit.json";
import overview from "./overview.json";
import platformPromotions from "./platform-promotions.json";
import products from "./products.json";
import registrations from "./registrations.json";
import rulebook from "./rulebook.json";
import settings from "./settings.json";
import shopForm from "./shop-form.json";
import smartPromotion from "./smart-promotion.json";
import welcome from "./welcome.json";
import wizard from "./wizard.json";

const texts = {
  affiliate,
  calendar,
  "campaign-form": campaignForm,
  campaigns,
  coupons,
  drafts,
  frame,
  history,
  imports,
  kit,
  overview,
  "platform-promotions": platformPromotions,
  products,
  registrations,
  rulebook,
  settings,
  "shop-form": shopForm,
  "smart-promotion": smartPromotion,
  welcome,
  wizard,
};
export type Texts = typeof texts;
export default texts;
