// Smart Promotion: what it is to the shop, joining and leaving it, products left out of it.
import { Route, Routes } from "react-router";
import { EnrolPage } from "./enrol";
import { ExclusionsPage } from "./exclusions";
import { ProgrammePage } from "./programme";
import "./smart-promotion.css";

export default function SmartPromotion() {
  return (
    <Routes>
      <Route index element={<ProgrammePage />} />
      <Route path="enrol" element={<EnrolPage />} />
      <Route path="exclusions" element={<ExclusionsPage />} />
    </Routes>
  );
}
