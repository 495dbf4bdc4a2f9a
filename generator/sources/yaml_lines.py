"""Where the YAML reader was; import ``generator.text.yaml_lines``."""

from generator.text.yaml_lines import (
    YamlFault,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlReading,
    YamlText,
    read_yaml,
)

__all__ = [
    "YamlFault",
    "YamlList",
    "YamlMapping",
    "YamlNode",
    "YamlReading",
    "YamlText",
    "read_yaml",
]
