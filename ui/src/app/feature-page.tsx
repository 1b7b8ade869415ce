// The page of a feature, loaded when first shown; an error in it leaves the frame standing.
import { type ComponentType, lazy, Suspense } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { useLocation } from "react-router";
import { PageSkeleton } from "../kit/skeletons";
import { ErrorPage } from "./error-page";
import { featureOf } from "./places";

/** undefined when there is no such feature folder. */
export function featurePage(name: string): ComponentType | undefined {
  const load = featureOf(name);
  if (!load) return undefined;
  const Page = lazy(load);
  return function FeaturePage() {
    const { pathname } = useLocation();
    return (
      <ErrorBoundary FallbackComponent={ErrorPage} resetKeys={[pathname]}>
        <Suspense fallback={<PageSkeleton />}>
          <Page />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
