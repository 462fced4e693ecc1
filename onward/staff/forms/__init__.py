"""Every form as people get it, for whoever writes forms: nothing that is tried out here is kept."""
