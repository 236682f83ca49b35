package dev.pixapi.cloud.watch;

import dev.pixapi.cloud.stage.Durations;

import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
import software.constructs.Construct;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an operator looks at, the most dear on top. */
public final class Dashboard extends Construct {
    public static final Duration PERIOD = Duration.ofMinutes(5);

    private static final Duration SHOWN = Duration.ofHours(12);
    private static final int WIDTH = 24;
    private static final int HEIGHT = 6;

    /** Charts side by side, below a title. */
    record Row(String title, List<Chart> charts) {
        static Row of(String title, Chart... charts) {
            return new Row(title, List.of(charts));
        }
    }

    /** Lines in one chart, which begins at zero. */
    record Chart(String title, List<IMetric> lines) {
        static Chart of(String title, IMetric... lines) {
            return new Chart(title, List.of(lines));
        }
    }

    public Dashboard(Construct scope, String id, Readings readings, List<IAlarm> alarms) {
        super(scope, id);
        var widgets = new ArrayList<List<IWidget>>();
        widgets.add(List.of(status(alarms)));
        for (var row : new DashboardRows(readings).all()) {
            widgets.add(List.of(title(row)));
            widgets.add(charts(row));
        }
        software.amazon.awscdk.services.cloudwatch.Dashboard.Builder.create(this, "Board")
                .defaultInterval(Durations.of(SHOWN))
                .widgets(widgets)
                .build();
    }

    private static IWidget status(List<IAlarm> alarms) {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms)
                .width(WIDTH)
                .height(HEIGHT)
                .build();
    }

    private static IWidget title(Row row) {
        return TextWidget.Builder.create()
                .markdown("## " + row.title())
                .width(WIDTH)
                .height(1)
                .build();
    }

    private static List<IWidget> charts(Row row) {
        var width = WIDTH / row.charts().size();
        return row.charts().stream().map(chart -> chart(chart, width)).toList();
    }

    private static IWidget chart(Chart chart, int width) {
        return GraphWidget.Builder.create()
                .title(chart.title())
                .left(chart.lines())
                .leftYAxis(YAxisProps.builder().min(0).showUnits(false).build())
                .width(width)
                .height(HEIGHT)
                .build();
    }
}
