// Every room of the made-up desk, for the page without the window.
import type { FakeAnswers } from "../../bridge/fake";
import { draftRoom } from "./drafts";
import { importRoom } from "./imports";
import { readingRoom } from "./overview";
import { productRoom } from "./products";
import { registrationRoom } from "./registrations";
import { shopRoom } from "./shop";

export const fakeRooms: FakeAnswers = {
  ...shopRoom,
  ...importRoom,
  ...productRoom,
  ...readingRoom,
  ...draftRoom,
  ...registrationRoom,
};
