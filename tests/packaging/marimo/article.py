import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.iframe(
        """
        <script src="https://example.org/chips/embed.js" defer></script>
        <chip-cloud-break-even gpus="64" lang="en">
        Owning 64 GPUs is cheaper above 87.1% use.
        </chip-cloud-break-even>
        """,
        height="560px",
    )
    return (mo,)


@app.cell
def _(mo):
    mo.Html(
        """
        <iframe src="https://example.org/chips/frame.html?v=1&amp;calculator=cloud-break-even&amp;gpus=64&amp;lang=en" title="Buy or rent" loading="lazy" width="100%" height="560" style="width:100%;border:0;height:560px;height:if(supports(frame-sizing:content-height):auto;else:560px);frame-sizing:content-height" allow="clipboard-write; web-share">Rent. Owning would cost $2.54 million more over five years. It pays only if the GPUs are busy more than 87% of the time; yours are at 70%.</iframe>
        <script src="https://example.org/chips/frame.js" defer></script>
        """
    )
    return


if __name__ == "__main__":
    app.run()
