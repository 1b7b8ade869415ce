// Where the seller came from: a campaign's page, kept in the address.
import { useSearchParams } from "react-router";

/** An address inside the page, never one that leads elsewhere. */
export function useBack(): string | undefined {
  const [query] = useSearchParams();
  const back = query.get("back");
  return back?.startsWith("/") && !back.startsWith("//") ? back : undefined;
}
