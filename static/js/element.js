/**
 * An element with attributes and children. Text only ever becomes text nodes.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name  @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
