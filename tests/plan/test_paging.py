from generator.plan.paging import paged


def test_an_empty_list_has_one_page() -> None:
    none: list[str] = []
    [(paging, rows)] = paged("papers/", none, 10)
    assert (paging.number, paging.total, list(rows)) == (1, 1, [])
    assert (paging.previous, paging.next) == ("", "")


def test_every_row_stands_on_exactly_one_page() -> None:
    pages = list(paged("papers/", list(range(25)), 10))
    assert [list(rows) for _, rows in pages] == [
        list(range(10)),
        list(range(10, 20)),
        list(range(20, 25)),
    ]


def test_neighbours_link_to_each_other() -> None:
    first, second, third = (paging for paging, _ in paged("papers/", list(range(25)), 10))
    assert first.next == "papers/page/2/"
    assert (second.previous, second.next) == ("papers/", "papers/page/3/")
    assert third.next == ""


def test_a_long_list_names_only_some_of_its_pages() -> None:
    pages = [paging for paging, _ in paged("papers/", list(range(1000)), 10)]
    labels = [link.label for link in pages[49].pages]
    assert labels[0] == "1"
    assert labels[-1] == "100"
    assert {"48", "49", "50", "51", "52"} <= set(labels)
    assert len(labels) < 20
