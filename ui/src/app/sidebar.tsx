// The pages, grouped by what the seller is doing.
import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { recall, remember } from "./appearance/remembered";
import { Mark } from "./mark";
import { groups, type PlaceLine, shownPlaces } from "./places";
import "./sidebar.css";

export function Sidebar() {
  const { t } = useTranslation("frame");
  const [narrow, setNarrow] = useState(() => recall("sidebar", ["narrow", "wide"]) === "narrow");
  const toggle = () => {
    remember("sidebar", narrow ? "wide" : "narrow");
    setNarrow(!narrow);
  };
  const toggleLabel = t(narrow ? "sidebar.show" : "sidebar.hide");

  return (
    <aside className="pd-sidebar" data-narrow={narrow}>
      <div className="pd-brand">
        <Mark />
        <span className="pd-brand-name">{t("app.name")}</span>
      </div>
      <nav aria-label={t("nav.label")}>
        {groups.map((group) => {
          const places = shownPlaces.filter((line) => line.group === group);
          if (places.length === 0) return null;
          return (
            <section key={group} aria-label={t(`nav.groups.${group}`)}>
              <p className="pd-nav-group" aria-hidden="true">
                {t(`nav.groups.${group}`)}
              </p>
              <ul>
                {places.map((line) => (
                  <PlaceLink key={line.place} line={line} narrow={narrow} />
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
      <button
        type="button"
        className="pd-sidebar-toggle"
        onClick={toggle}
        aria-label={toggleLabel}
        title={toggleLabel}
        data-testid="sidebar-toggle"
      >
        {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </aside>
  );
}

function PlaceLink({ line, narrow }: { line: PlaceLine; narrow: boolean }) {
  const { t } = useTranslation("frame");
  const name = t(`places.${line.place}`);
  const link = (
    <NavLink
      to={`/${line.place}`}
      className="pd-nav-link"
      data-testid={`nav-${line.place}`}
      {...(narrow ? { "aria-label": name } : {})}
    >
      <line.Icon className="pd-nav-icon" />
      <span className="pd-nav-name">{name}</span>
    </NavLink>
  );
  return (
    <li>
      {narrow ? (
        <Tooltip title={name} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}
