// Seller coupons: listed, made by type without a slip, managed to their end, tested on a customer.
import { Route, Routes } from "react-router";
import { AddonPage } from "./addon";
import { CouponCalendarPage } from "./calendar";
import { CouponDetailPage } from "./detail/detail";
import { CouponListPage } from "./list";
import { WhoPage } from "./who/who-page";
import { ChooseKindPage } from "./wizard/choose-kind";
import { CouponWizardPage } from "./wizard/coupon-wizard";
import "./coupons.css";

export default function Coupons() {
  return (
    <Routes>
      <Route index element={<CouponListPage />} />
      <Route path="new" element={<ChooseKindPage />} />
      <Route path="draft/:couponId" element={<CouponWizardPage />} />
      <Route path="addon" element={<AddonPage />} />
      <Route path="calendar" element={<CouponCalendarPage />} />
      <Route path="who" element={<WhoPage />} />
      <Route path="coupon/:couponId" element={<CouponDetailPage />} />
      <Route path="coupon/:couponId/edit" element={<CouponWizardPage />} />
    </Routes>
  );
}
