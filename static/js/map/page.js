/* The topic map: puts a canvas in the place of the picture, to move over, zoom into and open. */

import {
  SIDE,
  coloursOf,
  dotTowards,
  dragged,
  drawChosen,
  drawDots,
  drawLabels,
  nearestDot,
  reachOf,
  showing,
  toMap,
  toScreen,
  unpacked,
  wholeMap,
  zoomed,
} from "./plane.js";

const STEP = 1.6;
const MOVED = 5;
/** @type {Record<string, [number, number]>} */
const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const PIECE = 250; // as in generator/emit/map_files.py

/** @typedef {{url: string, title: string}} Named */

/** Titles and addresses of the dots' papers, loaded in pieces when somebody asks for one. */
class Papers {
  /** @param {string} folder  @param {string} mark  of this build's map, for the cache */
  constructor(folder, mark) {
    this.folder = folder;
    this.mark = mark;
    /** @type {Map<number, Promise<[string, string][]>>} */
    this.pieces = new Map();
  }

  /** @param {number} dot  @returns {Promise<Named>} */
  async of(dot) {
    const number = Math.floor(dot / PIECE);
    let piece = this.pieces.get(number);
    if (!piece) {
      piece = this.load(number);
      this.pieces.set(number, piece);
      piece.catch(() => this.pieces.delete(number));
    }
    const [url, title] = (await piece)[dot % PIECE];
    return { url, title };
  }

  /** @param {number} number  @returns {Promise<[string, string][]>} */
  async load(number) {
    const answer = await fetch(`${this.folder}${number}.json${this.mark}`);
    if (!answer.ok) throw new Error(`the titles of the map: ${answer.status}`);
    return answer.json();
  }
}

class MapView {
  /** @param {HTMLElement} figure  @param {import("./plane.js").Dots} dots */
  constructor(figure, dots) {
    this.figure = figure;
    this.dots = dots;
    this.canvas = /** @type {HTMLCanvasElement} */ (figure.querySelector("canvas"));
    this.card = /** @type {HTMLAnchorElement} */ (figure.querySelector(".map-card"));
    this.status = /** @type {HTMLElement} */ (figure.querySelector("[role=status]"));
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    const { papers = "", dots: source = "" } = figure.dataset;
    this.papers = new Papers(papers, source.slice(source.indexOf("?")));
    /** @type {HTMLAnchorElement[]} */
    this.links = [...document.querySelectorAll(".legend a[data-number]")].map(
      (link) => /** @type {HTMLAnchorElement} */ (link),
    );
    this.labels = this.links.map((link) => ({
      name: link.textContent ?? "",
      number: Number(link.dataset.number),
      x: Number(link.dataset.x),
      y: Number(link.dataset.y),
    }));
    this.names = new Map(this.labels.map((label) => [label.number, label.name]));
    this.view = wholeMap(1);
    this.chosen = -1;
    /** @type {number | null} */
    this.topic = null;
    this.waiting = false;
    /** @type {Map<number, {x: number, y: number}>} */
    this.fingers = new Map();
    this.way = 0;
  }

  start() {
    for (const part of this.figure.querySelectorAll("canvas, .map-tools, figcaption")) {
      /** @type {HTMLElement} */ (part).hidden = false;
    }
    for (const part of document.querySelectorAll(".map > svg, .sketch")) part.remove();
    this.recolour();
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    const recolour = () => this.recolour();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    new MutationObserver(recolour).observe(document.documentElement, { attributes: true });
    this.canvas.addEventListener("pointerdown", (event) => this.press(event));
    this.canvas.addEventListener("pointermove", (event) => this.move(event));
    this.canvas.addEventListener("pointerup", (event) => this.release(event));
    this.canvas.addEventListener("pointercancel", (event) => this.fingers.delete(event.pointerId));
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.figure.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") this.choose(-1);
    });
    for (const button of this.figure.querySelectorAll("[data-zoom]")) {
      const { zoom } = /** @type {HTMLElement} */ (button).dataset;
      button.addEventListener("click", () => this.zoom(zoom));
    }
    for (const link of this.links) {
      const number = Number(link.dataset.number);
      for (const name of ["pointerenter", "focus"]) {
        link.addEventListener(name, () => this.stress(number));
      }
      for (const name of ["pointerleave", "blur"]) {
        link.addEventListener(name, () => this.stress(null));
      }
    }
  }

  recolour() {
    this.colours = coloursOf(this.canvas);
    this.redraw();
  }

  resize() {
    const size = this.canvas.clientWidth;
    const fine = Math.min(devicePixelRatio || 1, 2);
    this.canvas.width = this.canvas.height = Math.round(size * fine);
    this.pen.setTransform(fine, 0, 0, fine, 0, 0);
    this.show({ ...this.view, size });
  }

  /** @param {import("./plane.js").View} view */
  show(view) {
    this.view = view;
    this.canvas.style.touchAction = view.zoom > 1 ? "none" : "pan-y";
    this.redraw();
  }

  /** @param {number | null} topic */
  stress(topic) {
    this.topic = topic;
    this.redraw();
  }

  redraw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  draw() {
    const { pen, view, dots, colours } = this;
    if (!colours) return;
    pen.clearRect(0, 0, view.size, view.size);
    drawDots(pen, view, dots, colours, this.topic);
    drawLabels(pen, view, this.labels, colours);
    if (this.chosen >= 0) drawChosen(pen, view, dots, colours, this.chosen);
    this.place();
  }

  /** Puts the card beside the chosen dot, inside the map. */
  place() {
    if (this.chosen < 0 || this.card.hidden) return;
    const { size } = this.view;
    const [x, y] = toScreen(this.view, this.dots.x[this.chosen], this.dots.y[this.chosen]);
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const left = Math.min(Math.max(x - width / 2, 4), size - width - 4);
    const top = y + 14 + height < size ? y + 14 : y - 14 - height;
    this.card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  /** @param {number} dot  -1 for none  @param {boolean} [aloud] */
  async choose(dot, aloud = false) {
    if (dot === this.chosen) return;
    this.chosen = dot;
    this.card.hidden = true;
    this.canvas.classList.toggle("over", dot >= 0);
    this.redraw();
    if (dot < 0) return;
    const paper = await this.papers.of(dot).catch(() => null);
    if (dot !== this.chosen || paper === null) return;
    const topic = this.names.get(this.dots.topic[dot]) ?? "";
    const about = document.createElement("small");
    about.textContent = topic;
    this.card.href = `${this.figure.dataset.root ?? ""}${paper.url}`;
    this.card.replaceChildren(paper.title, ...(topic ? [about] : []));
    this.card.hidden = false;
    if (aloud) this.status.textContent = topic ? `${paper.title}. ${topic}` : paper.title;
    this.place();
  }

  /** @param {PointerEvent | WheelEvent} event */
  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {{x: number, y: number}} at */
  under({ x, y }) {
    return nearestDot(this.dots, ...toMap(this.view, x, y), reachOf(this.view));
  }

  /** @param {PointerEvent} event */
  press(event) {
    this.fingers.set(event.pointerId, this.at(event));
    this.way = 0;
    this.canvas.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const now = this.at(event);
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") this.choose(this.under(now));
      return;
    }
    this.fingers.set(event.pointerId, now);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    this.way += Math.hypot(dx, dy);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (/** @type {{x: number, y: number}} */ at) =>
        Math.max(Math.hypot(at.x - other.x, at.y - other.y), 1);
      const [x, y] = [(now.x + other.x) / 2, (now.y + other.y) / 2];
      const view = dragged(this.view, dx / 2, dy / 2);
      this.show(zoomed(view, apart(now) / apart(before), x, y));
    } else if (this.way > MOVED) {
      this.show(dragged(this.view, dx, dy));
    }
  }

  /** @param {PointerEvent} event */
  release(event) {
    this.fingers.delete(event.pointerId);
    if (this.way > MOVED) return;
    const dot = this.under(this.at(event));
    const again = dot >= 0 && dot === this.chosen && !this.card.hidden;
    if (again && event.pointerType === "mouse") this.card.click();
    else this.choose(dot);
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { x, y } = this.at(event);
    this.show(zoomed(this.view, Math.exp(-event.deltaY / 300), x, y));
  }

  /** @param {string | undefined} how */
  zoom(how) {
    const { size } = this.view;
    const [x, y] =
      this.chosen < 0
        ? [size / 2, size / 2]
        : toScreen(this.view, this.dots.x[this.chosen], this.dots.y[this.chosen]);
    if (how === "whole") this.show(wholeMap(size));
    else this.show(zoomed(this.view, how === "in" ? STEP : 1 / STEP, x, y));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zooms = /** @type {Record<string, string>} */ ({
      "+": "in",
      "=": "in",
      "-": "out",
      0: "whole",
    });
    if (event.key in ARROWS) this.step(ARROWS[event.key]);
    else if (event.key in zooms) this.zoom(zooms[event.key]);
    else if (event.key === "Escape") this.choose(-1);
    else if (event.key === "Enter" && !this.card.hidden) this.card.click();
    else return;
    event.preventDefault();
  }

  /** @param {[number, number]} direction */
  step(direction) {
    const middle = this.view.size / 2;
    const dot =
      this.chosen < 0
        ? nearestDot(this.dots, ...toMap(this.view, middle, middle), SIDE * 2)
        : dotTowards(this.dots, this.chosen, ...direction);
    this.show(showing(this.view, this.dots.x[dot], this.dots.y[dot]));
    this.choose(dot, true);
  }
}

const start = async () => {
  const figure = document.getElementById("map");
  if (!figure) return;
  const answer = await fetch(figure.dataset.dots ?? "");
  if (!answer.ok) return; // the picture stays
  new MapView(figure, unpacked(await answer.arrayBuffer())).start();
};

if (typeof document !== "undefined") start();
