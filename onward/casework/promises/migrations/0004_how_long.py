"""How long things take, for anybody to know: two figures for answers and two for calls, and nothing of anybody.

One narrow function that runs as the tables' owner. What fewer than ten people are behind never leaves it, whatever it
is asked for.
"""

from django.db import migrations

HOW_LONG = """
CREATE FUNCTION onward_how_long(since date, fewest integer)
RETURNS TABLE (kind text, number bigint, median integer, nine_in_ten integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT done.kind, count(*),
          percentile_disc(0.5) WITHIN GROUP (ORDER BY done.ended_on - done.counts_from),
          percentile_disc(0.9) WITHIN GROUP (ORDER BY done.ended_on - done.counts_from)
     FROM promises_promise done
    WHERE done.state IN ('kept', 'done_late') AND done.ended_on >= since AND done.kind IN ('reply', 'call_back')
    GROUP BY done.kind HAVING count(*) >= greatest(fewest, 10) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("promises", "0003_what_waits")]

    operations = [migrations.RunSQL(HOW_LONG, "DROP FUNCTION onward_how_long(date, integer)")]
