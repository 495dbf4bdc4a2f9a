from generator.curate.choose import choose
from generator.model.paper import Status
from tests.factories import make_config, make_paper, make_papers


def test_records_dropped_while_reading_are_counted_and_the_numbers_add_up() -> None:
    papers = [*make_papers(3), make_paper("Dams", status=Status.REJECTED)]
    choice = choose(papers, (), make_config(), dropped=5)
    assert choice.counts.read == 9
    assert ("unwanted in a large file", 5) in choice.counts.left_out
    assert choice.counts.kept == len(choice.papers) == 3
