// The digest of the benchmark as an Eleventy site: the same kinds of pages as ours, and nothing else on.

const PAGE_SIZE = 50;

/** @param {any} config what Eleventy is told */
export default function (config) {
  config.setQuietMode(true);
  config.addFilter("slug", (text) => text.replaceAll(" ", "-"));
  config.addFilter("first", (list, count) => list.slice(0, count));
  config.addCollection("topics", (api) => [...topicsOf(api)].map(([name, papers]) => ({ name, count: papers.length })));
  config.addCollection("topicPages", (api) => [...topicsOf(api)].flatMap(([name, papers]) => pagesOf(name, papers)));
  return { markdownTemplateEngine: false, dir: { input: "content", output: "out", includes: "../_includes" } };
}

function topicsOf(api) {
  const topics = new Map();
  for (const paper of api.getFilteredByTag("paper"))
    for (const topic of paper.data.topics) {
      if (!topics.has(topic)) topics.set(topic, []);
      topics.get(topic).push(paper);
    }
  return new Map([...topics].sort());
}

function pagesOf(name, papers) {
  const count = Math.ceil(papers.length / PAGE_SIZE);
  const address = (page) => `/topics/${name.replaceAll(" ", "-")}/${page ? `page/${page + 1}/` : ""}`;
  return Array.from({ length: count }, (_, page) => ({
    name,
    url: address(page),
    previous: page > 0 && address(page - 1),
    next: page + 1 < count && address(page + 1),
    papers: papers.slice(PAGE_SIZE * page, PAGE_SIZE * (page + 1)),
  }));
}
