// Affiliate campaigns: agencies' to join, what joined, and those of one's own.
import { Route, Routes } from "react-router";
import { AgencyPage } from "./agency/agency";
import { RecordPage } from "./agency/record";
import { JoinWizardPage } from "./join/join-wizard";
import { JoinedPage } from "./joined/joined";
import { OwnListPage } from "./own/own-list";
import { OwnWizardPage } from "./own/own-wizard";
import "./affiliate.css";

export default function Affiliate() {
  return (
    <Routes>
      <Route index element={<AgencyPage />} />
      <Route path="new" element={<RecordPage />} />
      <Route path="campaign/:campaignId" element={<RecordPage />} />
      <Route path="join/:campaignId" element={<JoinWizardPage />} />
      <Route path="joined" element={<JoinedPage />} />
      <Route path="seller" element={<OwnListPage />} />
      <Route path="seller/new" element={<OwnWizardPage />} />
      <Route path="seller/draft/:campaignId" element={<OwnWizardPage />} />
    </Routes>
  );
}
