// TikTok-funded promotions: four switches, how they stood, and questions about orders.
import { Route, Routes } from "react-router";
import { QuestionsPage } from "./questions";
import { SwitchesPage } from "./switches";
import "./platform-promotions.css";

export default function PlatformPromotions() {
  return (
    <Routes>
      <Route index element={<SwitchesPage />} />
      <Route path="questions" element={<QuestionsPage />} />
    </Routes>
  );
}
