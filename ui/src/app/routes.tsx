// From an address to a page. Every feature is a chunk of its own; its routes below are its own business.
import type { ReactNode } from "react";
import { createHashRouter, Navigate, type RouteObject } from "react-router";
import { recall } from "./appearance/remembered";
import { ErrorPage } from "./error-page";
import { featurePage } from "./feature-page";
import { Frame } from "./frame";
import { NotFound } from "./not-found";
import { shownPlaces } from "./places";

/** Back to where the seller was last time. */
function Start() {
  const last = recall("route");
  const known = shownPlaces.some(({ place }) => last?.split("/")[1] === place);
  if (last && known) return <Navigate to={last} replace />;
  const first = shownPlaces[0];
  return first ? <Navigate to={`/${first.place}`} replace /> : <NotFound />;
}

function featureRoutes(): RouteObject[] {
  return shownPlaces.flatMap(({ place }) => {
    const Component = featurePage(place);
    return Component ? [{ path: `${place}/*`, Component }] : [];
  });
}

export const routes: RouteObject[] = [
  {
    path: "/",
    Component: Frame,
    ErrorBoundary: ErrorPage,
    children: [
      { index: true, Component: Start },
      ...featureRoutes(),
      { path: "*", Component: NotFound },
    ],
  },
];

/** `instead` is shown at every address in place of the pages. */
export function newRouter(instead?: ReactNode) {
  return createHashRouter(instead ? [{ path: "*", element: instead }] : routes);
}
