// How a request reaches the desk. The window uses Tauri; tests and pictures put a made-up desk here.
import { invoke } from "@tauri-apps/api/core";

export interface Transport {
  send(name: string, args: Record<string, unknown>): Promise<unknown>;
}

const theWindow: Transport = {
  send: (name, args) => invoke(name, args),
};

let current: Transport = theWindow;

/** Puts another transport in place; returns a function that puts the former one back. */
export function replaceTransport(other: Transport): () => void {
  const former = current;
  current = other;
  return () => {
    current = former;
  };
}

export function send(name: string, args: Record<string, unknown>): Promise<unknown> {
  return current.send(name, args);
}
