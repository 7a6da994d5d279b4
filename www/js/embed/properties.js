// The attributes of the element, each of which is a property too; `lang` is one of every element.

/** Those that are keys of links, too. */
export const KEYS = ['lesson', 'controls', 'lang', 'theme', 'loop', 'until', 'speed', 'keys'];
export const ATTRIBUTES = [...KEYS, 'scenario', 'height', 'autoplay', 'src'];
const SWITCHES = ['autoplay', 'loop'];

/** Frameworks write switches that are off as words. @param {Element} element @param {string} name */
export const isOn = (element, name) => !['false', '0', null].includes(element.getAttribute(name));

/** @param {Element} element @param {string} name @param {any} value nothing and false: without it */
export function put(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : value);
}

/** @param {object} prototype */
export function defineProperties(prototype) {
  for (const name of ATTRIBUTES) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, {
      /** @this {Element} */
      get() {
        return SWITCHES.includes(name) ? isOn(this, name) : this.getAttribute(name);
      },
      /** @this {Element} @param {unknown} value */
      set(value) {
        put(this, name, value);
      },
    });
  }
}

/** What was set before the element was known covers the property. @param {any} element */
export function adoptProperties(element) {
  for (const name of ATTRIBUTES) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
