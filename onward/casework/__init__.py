"""What every stage uses: what people are asked and answer."""
