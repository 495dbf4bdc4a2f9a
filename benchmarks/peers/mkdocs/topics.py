"""Which papers a topic has: MkDocs itself knows no topics, so this hook tells the theme."""


def on_env(env, files, **_):
    """Give the templates all papers, and those of each topic."""
    papers = [file.page for file in files.documentation_pages() if "topics" in file.page.meta]
    topics = {}
    for paper in papers:
        for topic in paper.meta["topics"]:
            topics.setdefault(topic, []).append(paper)
    env.globals.update(papers=papers, topics=topics)
    return env
