"""What every stage uses: what people are asked and answer, and the messages to them. It knows no stage."""
