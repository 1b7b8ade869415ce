// Every room of the made-up desk, for the page without the window.
import type { FakeAnswers } from "../../bridge/fake";
import { affiliateRoom } from "./affiliate";
import { campaignRoom } from "./campaigns";
import { couponRoom } from "./coupons";
import { draftRoom } from "./drafts";
import { fundedRoom } from "./funded";
import { importRoom } from "./imports";
import { readingRoom } from "./overview";
import { productRoom } from "./products";
import { registrationRoom } from "./registrations";
import { shopRoom } from "./shop";
import { smartPromotionRoom } from "./smart-promotion";

export const fakeRooms: FakeAnswers = {
  ...affiliateRoom,
  ...shopRoom,
  ...importRoom,
  ...campaignRoom,
  ...couponRoom,
  ...smartPromotionRoom,
  ...fundedRoom,
  ...productRoom,
  ...readingRoom,
  ...draftRoom,
  ...registrationRoom,
};
