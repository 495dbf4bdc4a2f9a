from __future__ import annotations

import json
import time

from generator.sampler import Sampler, peak_memory


def busy_with_otters(seconds: float) -> int:
    end = time.perf_counter() + seconds
    count = 0
    while time.perf_counter() < end:
        count += 1
    return count


def sampled() -> tuple[Sampler, list[str]]:
    told: list[str] = []
    sampler = Sampler(told.append)
    for stage in ("read", "render"):
        sampler.begin(stage)
        busy_with_otters(0.2)
    sampler.end()
    return sampler, told


def test_stages_are_announced_and_timed() -> None:
    sampler, told = sampled()
    assert told == ["read", "render"]
    assert [cost.name for cost in sampler.stages] == told
    assert all(cost.seconds >= 0.2 for cost in sampler.stages)
    assert sampler.table().splitlines()[1].startswith("read")


def test_the_flame_graph_names_stages_and_functions() -> None:
    sampler, _ = sampled()
    graph = json.loads(sampler.to_json("florilegium"))
    (profile,) = graph["profiles"]
    frames = graph["shared"]["frames"]
    assert len(profile["samples"]) == len(profile["weights"]) > 0
    names = [[frames[number]["name"] for number in sample] for sample in profile["samples"]]
    assert {sample[0] for sample in names} <= {"read", "render"}
    assert any(sample[-1] == "busy_with_otters" for sample in names)
    assert profile["endValue"] == sum(profile["weights"])


def test_a_sampler_that_never_began_may_end() -> None:
    sampler = Sampler(lambda _: None)
    sampler.end()
    assert sampler.stages == []


def test_memory_is_counted_in_bytes() -> None:
    assert peak_memory() > 5_000_000
