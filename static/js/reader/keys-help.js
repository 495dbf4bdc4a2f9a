/* The list of keys, in a dialog. */
import { element } from "../element.js";
import { areKeysOn, switchKeys } from "./keys.js";
import { say } from "../say.js";

const KEYS = [
  ["/", say.key_search],
  ["j", say.key_next],
  ["k", say.key_previous],
  ["o", say.key_open],
  ["s", say.key_save],
  ["x", say.key_read],
  ["c", say.key_cite],
  ["t", say.key_theme],
  ["?", say.key_help],
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
      element("h2", { id: "keys-title" }, say.keys),
      element("dl", {}, ...rows),
      element("label", {}, box, ` ${say.keys_on}`),
      element(
        "form",
        { method: "dialog" },
        element("button", { class: "button" }, say.close),
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
