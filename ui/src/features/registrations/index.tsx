// Registrations: what is registered where, the wizard that prepares a registration, and what becomes of it.
import { Route, Routes } from "react-router";
import { DraftWizard } from "./draft/draft-wizard";
import { FollowUp } from "./follow-up/follow-up";
import { RegistrationList } from "./list";
import "./registrations.css";

export default function Registrations() {
  return (
    <Routes>
      <Route index element={<RegistrationList />} />
      <Route path="draft/:draftId" element={<DraftWizard />} />
      <Route path=":campaignId" element={<FollowUp />} />
    </Routes>
  );
}
