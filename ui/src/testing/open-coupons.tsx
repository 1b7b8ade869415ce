// The coupon pages in a test, at an address, with a made-up desk.
import { Route, Routes } from "react-router";
import { type FakeAnswers, type FakeDesk, installFakeDesk } from "../bridge/fake";
import { deskState } from "../bridge/samples";
import Coupons from "../features/coupons";
import { couponRoom } from "./desk/coupons";
import { renderPage } from "./render-page";

export function openCoupons(
  address: string,
  answers: FakeAnswers = {},
  others: Record<string, unknown> = {},
): FakeDesk {
  const desk = installFakeDesk(
    {
      ...couponRoom,
      desk_state: deskState(),
      history_state: { undo: null, redo: null },
      ...answers,
    },
    others,
  );
  renderPage(
    <Routes>
      <Route path="coupons/*" element={<Coupons />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
  return desk;
}
