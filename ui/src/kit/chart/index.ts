// Pictures where people would rather look than read.
export { CorridorBar, type CorridorBarProps, type CorridorMark } from "./corridor-bar";
export { type LinePoint, LineWithWindow, type LineWithWindowProps } from "./line-with-window";
export { priceLine } from "./price-line";
export { Waterfall, type WaterfallProps, type WaterfallStep } from "./waterfall";
