// Every room of the made-up desk, for the page without the window.
import type { FakeAnswers } from "../../bridge/fake";
import { campaignRoom } from "./campaigns";
import { couponRoom } from "./coupons";
import { draftRoom } from "./drafts";
import { importRoom } from "./imports";
import { readingRoom } from "./overview";
import { productRoom } from "./products";
import { registrationRoom } from "./registrations";
import { shopRoom } from "./shop";
import { smartPromotionRoom } from "./smart-promotion";

export const fakeRooms: FakeAnswers = {
  ...shopRoom,
  ...importRoom,
  ...campaignRoom,
  ...couponRoom,
  ...smartPromotionRoom,
  ...productRoom,
  ...readingRoom,
  ...draftRoom,
  ...registrationRoom,
};
