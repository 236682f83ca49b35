package dev.pixapi.provider.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the largest rectangle in a hole, on a grid: nothing stays of a cell that is free. */
final class FreeRoom {
    /** About so many cells are on a side of the grid. */
    private static final int CELLS = 256;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private final Hole hole;
    private final int left;
    private final int top;
    private final int cell;
    private final int columns;
    private final int rows;

    FreeRoom(Hole hole) {
        Box bounds = hole.bounds();
        this.hole = hole;
        this.left = (int) bounds.x();
        this.top = (int) bounds.y();
        this.cell = 1 + (int) (Math.max(bounds.width(), bounds.height()) / CELLS);
        this.columns = (int) bounds.width() / cell;
        this.rows = (int) bounds.height() / cell;
    }

    /** In pixels of the whole picture; of no size where no cell is free. */
    Box largest() {
        // How far up each column is free from the row on; the last one never is, and ends a run.
        int[] heights = new int[columns + 1];
        Box best = NOTHING;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                heights[column] = isFree(column, row) ? heights[column] + 1 : 0;
            }
            best = larger(best, standing(heights, row + 1));
        }
        return new Box(
                left + best.x() * cell,
                top + best.y() * cell,
                best.width() * cell,
                best.height() * cell);
    }

    /** The largest rectangle that ends with a row, in cells. */
    private static Box standing(int[] heights, int bottom) {
        Box best = NOTHING;
        Deque<Integer> rising = new ArrayDeque<>();
        for (int i = 0; i < heights.length; i++) {
            while (!rising.isEmpty() && heights[rising.peek()] >= heights[i]) {
                int height = heights[rising.pop()];
                int start = rising.isEmpty() ? 0 : rising.peek() + 1;
                best = larger(best, new Box(start, bottom - height, i - start, height));
            }
            rising.push(i);
        }
        return best;
    }

    private static Box larger(Box one, Box other) {
        return other.width() * other.height() > one.width() * one.height() ? other : one;
    }

    private boolean isFree(int column, int row) {
        for (int y = top + row * cell; y < top + (row + 1) * cell; y++) {
            for (int x = left + column * cell; x < left + (column + 1) * cell; x++) {
                if (hole.kept(x, y) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
