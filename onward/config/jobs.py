"""The jobs that look after the jobs themselves."""

from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app

HOURS_TO_KEEP = 24 * 7  # of a job that is over; its arguments are ids


@app.periodic(cron="* * * * *")
@app.task(name="jobs.retry_stalled", queueing_lock="jobs.retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Begin again the jobs of a worker that died."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await context.app.job_manager.retry_job(job)


@app.periodic(cron="20 3 * * *")
@app.task(name="jobs.remove_old", queueing_lock="jobs.remove_old", pass_context=True)
async def remove_old(context: JobContext, timestamp: int) -> None:
    """Remove jobs that were over a week ago."""
    await builtin_tasks.remove_old_jobs(
        context, max_hours=HOURS_TO_KEEP, remove_failed=True, remove_cancelled=True, remove_aborted=True
    )
