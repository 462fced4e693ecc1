"""The journey, stage by stage. Each stage has the same files; stages meet through events and never import each other."""
