"""Words of abstracts that do the same work, so that rare ones are weighed like their kin.

Chosen by reading abstracts. Each word also stands for its form with an s.
"""

from __future__ import annotations

GROUPS = {
    "we": "we i",
    "our": "our my",
    "new": "novel new first simple newly unified general efficient effective lightweight",
    "thing": "method approach framework model algorithm technique architecture system paradigm "
    "dataset benchmark network library toolkit corpus strategy mechanism",
    "background": "recent recently increasing increasingly been widely typically traditional "
    "traditionally conventional existing current currently previous prior often usually popular "
    "important essential crucial fundamental remarkable success successful commonly emerged "
    "advance advancement progress",
    "problem": "however challenge challenging difficult difficulty lack lacking limited "
    "limitation fail suffer remain unclear unknown unexplored costly expensive hard issue "
    "problem hinder struggle despite unfortunately little few bottleneck neglect overlook "
    "underexplored prone vulnerable",
    "experiments": "experiment experimental experimentally evaluation evaluate empirical "
    "empirically result benchmark simulation dataset test task",
    "gains": "outperform outperforming surpass surpasses surpassing exceed exceeding improve "
    "improved improving improvement achieve achieved achieving attain attaining reduce reduced "
    "reducing reduction gain boost better superior faster higher lower increase increased "
    "increasing decrease speedup match matches matching comparable competitive accurate "
    "accuracy reach reaches reaching yield yielding beat significant significantly substantial "
    "substantially consistently enhance enhancing",
    "best": "sota outperform outperforming surpass surpasses surpassing exceed exceeding "
    "superior best",
    "compared": "compared than baseline relative against versus counterpart",
    "release": "available github release released publicly sourced website",
    "hope": "hope believe expect envision paving pave future potential promising promise "
    "insight implication shed toward facilitate highlight underscore valuable",
    "vague": "effectiveness superiority efficacy feasibility advantage benefit validity "
    "applicability usefulness",
    "ablation": "ablation qualitative qualitatively human user case additional visualization",
    "can": "can could able allow enable enabling capable",
    "by_means": "by via using through based",
    "will": "will plan",
    "act": "discuss explore assess examine investigate consider describe study analyze analyse "
    "evaluate aim showcase",
    "also": "also additionally furthermore moreover further lastly finally besides",
    "weakness": "struggle tend fail degrade drop poor poorly lag underperform suffer exhibit "
    "emerge depend correlate",
    "claim": "reveal indicate suggest find found observe observed confirm discover demonstrate "
    "conclude prove guarantee bound argue imply implie",
}
