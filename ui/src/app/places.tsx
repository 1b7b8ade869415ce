// The pages of the window: their order, group, icon and the feature behind each.
import {
  AppstoreOutlined,
  BookOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  FileDoneOutlined,
  FundOutlined,
  GiftOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  SettingOutlined,
  ShopOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { Place } from "../kit/places";

export type PlaceGroup = "today" | "promote" | "plan" | "shop" | "book";

export interface PlaceLine {
  place: Place;
  group: PlaceGroup;
  Icon: ComponentType<{ className?: string }>;
}

/** A feature's `index.tsx`: its page as the default export, with routes of its own below if it wants. */
export interface FeatureModule {
  default: ComponentType;
}

/** Every place in the order of the side bar. One whose feature folder does not exist is not shown. */
const lines: readonly PlaceLine[] = [
  { place: "overview", group: "today", Icon: HomeOutlined },
  { place: "smart-promotion", group: "promote", Icon: ThunderboltOutlined },
  { place: "campaigns", group: "promote", Icon: FundOutlined },
  { place: "registrations", group: "promote", Icon: FileDoneOutlined },
  { place: "coupons", group: "promote", Icon: TagsOutlined },
  { place: "affiliate", group: "promote", Icon: TeamOutlined },
  { place: "platform-promotions", group: "promote", Icon: GiftOutlined },
  { place: "simulator", group: "plan", Icon: CalculatorOutlined },
  { place: "calendar", group: "plan", Icon: CalendarOutlined },
  { place: "products", group: "shop", Icon: AppstoreOutlined },
  { place: "imports", group: "shop", Icon: ImportOutlined },
  { place: "history", group: "shop", Icon: HistoryOutlined },
  { place: "rulebook", group: "book", Icon: BookOutlined },
  { place: "settings", group: "book", Icon: SettingOutlined },
];

export const groups: readonly PlaceGroup[] = ["today", "promote", "plan", "shop", "book"];
export const ShopIcon = ShopOutlined;

const features = import.meta.glob<FeatureModule>("../features/*/index.tsx");

export function featureOf(name: string): (() => Promise<FeatureModule>) | undefined {
  return features[`../features/${name}/index.tsx`];
}

export function featureNames(): string[] {
  return Object.keys(features).map((path) => path.split("/")[2] ?? path);
}

export const shownPlaces: readonly PlaceLine[] = lines.filter((line) => featureOf(line.place));
