// Campaigns of the platform: listed, recorded, looked at with the shop's eligibility.
import { Route, Routes } from "react-router";
import { CampaignDetail } from "./detail";
import { FromPrefill } from "./from-prefill";
import { CampaignList } from "./list";
import { EditCampaign, NewCampaign } from "./record";
import "./campaigns.css";

export default function Campaigns() {
  return (
    <Routes>
      <Route index element={<CampaignList />} />
      <Route path="new" element={<NewCampaign />} />
      <Route path="new/prefill" element={<FromPrefill />} />
      <Route path=":campaignId" element={<CampaignDetail />} />
      <Route path=":campaignId/edit" element={<EditCampaign />} />
    </Routes>
  );
}
