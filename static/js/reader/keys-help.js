/* The list of keys, in a dialog. */
import { element } from "../element.js";
import { areKeysOn, switchKeys } from "./keys.js";

const KEYS = [
  ["/", "search"],
  ["j", "next paper"],
  ["k", "previous paper"],
  ["o", "open the paper"],
  ["s", "save it to the reading list"],
  ["x", "mark it as read"],
  ["c", "cite"],
  ["t", "light or dark"],
  ["?", "this list"],
];

const made = () => {
  const rows = KEYS.map(([key, does]) =>
    element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, does)),
  );
  const box = element("input", { type: "checkbox" });
  const tick = /** @type {HTMLInputElement} */ (box);
  tick.checked = areKeysOn();
  tick.addEventListener("change", () => switchKeys(tick.checked));
  const dialog = /** @type {HTMLDialogElement} */ (
    element(
      "dialog",
      { class: "sheet keys", "aria-labelledby": "keys-title" },
      element("h2", { id: "keys-title" }, "Keys"),
      element("dl", {}, ...rows),
      element("label", {}, box, " Single keys do something on this device"),
      element(
        "form",
        { method: "dialog" },
        element("button", { class: "button" }, "Close"),
      ),
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
};

export const showHelp = () => {
  const dialog = made();
  document.body.append(dialog);
  dialog.showModal();
};
