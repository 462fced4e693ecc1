"""The journey, stage by stage, each with the same files. Stages meet through events and never import each other."""
