"""Learn generator/weights/field_names.json: the names that many papers of a field share.

Run from the project root (standard library only; see training/README.md):

    python -m training.names --corpus FILE [--output FILE]
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.curate.coined import coined_words, marked_words

BENCHMARKS = Path(__file__).with_name("benchmarks.txt")
NAMES = Path(__file__).parents[1] / "generator" / "weights" / "field_names.json"
FEWEST_PAPERS = 4
KNOWN_MODELS = (
    "BERT RoBERTa DeBERTa ALBERT T5 FLAN-T5 BART GPT GPT-2 GPT-3 GPT-3.5 GPT-4 GPT-4o GPT-4V "
    "ChatGPT InstructGPT o1 LLaMA Llama LLaMA-2 Llama-2 LLaMA2 Llama2 Llama-3 Llama3 LLaMA-3 "
    "Llama-3.1 Alpaca Vicuna Mistral Mixtral Qwen Qwen2 Qwen2.5 Qwen-VL Gemma Gemma-2 Gemini PaLM "
    "PaLM-2 OPT BLOOM Falcon Phi-2 Phi-3 DeepSeek DeepSeek-R1 DeepSeek-V3 Claude Claude-3 CLIP "
    "BLIP BLIP-2 ALIGN LLaVA LLaVA-1.5 MiniGPT-4 Flamingo DALL-E DALL-E2 SDXL ControlNet "
    "DreamBooth LoRA QLoRA AdamW SGD Adam ResNet ResNet-50 ResNet-18 ViT ViT-B ViT-L DeiT Swin "
    "ConvNeXt U-Net UNet DiT VAE VQ-VAE GAN GANs LSTM RNN CNN GNN GCN MLP MLPs KV NeRF NeRFs 3DGS "
    "SAM DINO DINOv2 MAE YOLO Mamba RWKV RLHF RLAIF DPO PPO GRPO SFT CoT ICL RAG LLM LLMs MLLM "
    "MLLMs VLM VLMs LVLM LVLMs PLM PLMs SLM SLMs NLP NLG NLU NLI QA VQA ASR TTS AI AGI ML RL MoE "
    "SSM OOD PEFT API APIs GPU GPUs CPU FLOPs TPU SOTA STEM FID BLEU ROUGE AUC F1 WER AP mAP mIoU"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Count coined words, and write those of several papers beside the list of benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=NAMES)
    options = parser.parse_args(arguments)
    opened = gzip.open if options.corpus.suffix == ".gz" else open
    with opened(options.corpus, "rt", encoding="utf-8") as lines:
        shared = shared_names(json.loads(line)["abstract"] for line in lines)
    benchmarks = frozenset(BENCHMARKS.read_text(encoding="utf-8").split("\n")) - {""}
    found = {"benchmarks": sorted(benchmarks), "shared": sorted(shared - benchmarks)}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(re.sub(r"\],", "],\n", text) + "\n", encoding="utf-8")
    return 0


def shared_names(abstracts: Iterable[str]) -> frozenset[str]:
    """Return the coined words of at least four abstracts, and well-known models."""
    counts: Counter[str] = Counter()
    for abstract in abstracts:
        counts.update({found[0] for found in coined_words(abstract, marked_words(abstract))})
    often = {word for word, count in counts.items() if count >= FEWEST_PAPERS}
    return frozenset(often) | frozenset(KNOWN_MODELS.split())


if __name__ == "__main__":
    raise SystemExit(main())
