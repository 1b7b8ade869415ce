// The wire types the page uses, under one name: the rest of the page imports them from here or from
// `bridge`, so a change in how they are generated touches this file only.
export type * from "./generated/commands";
