"""What services mean, as vectors: where the model's weights come from, and where vectors are kept."""
