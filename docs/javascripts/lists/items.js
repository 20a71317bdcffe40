/* The items of a list as its address writes them, such as `squat.3x10`. Pure; apart, as it is all that the ticks need. */
export const ITEM = /^([a-z0-9-]+)(?:\.(\d{1,6})x(\d{1,6})(s?)(e?))?$/;

/* The items of an address as they are written there, each an id, perhaps with a dose; what could be none is left out. */
export const itemsOf = (address) => (new URLSearchParams(address).get("do") ?? "").split("_").filter((text) => ITEM.test(text));

/* The address with other items, and with the rest that it had. */
export function withItems(address, items) {
  const rest = new URLSearchParams(address).get("rest") ?? "";
  return items.length ? `?do=${items.join("_")}${/^\d{1,6}$/.test(rest) ? `&rest=${rest}` : ""}` : "";
}
