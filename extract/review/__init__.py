"""What people have judged before: decisions about findings, and the findings of an earlier run."""
