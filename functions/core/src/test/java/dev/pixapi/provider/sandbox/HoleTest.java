package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.function.IntBinaryOperator;

final class HoleTest {
    @Test
    void itsBoundsHoldEveryPixelThatDoesNotStayAsItIs() {
        Hole hole =
                hole(100, 80, (x, y) -> (x == 20 && y == 30) || (x == 70 && y == 50) ? 254 : 255);
        assertEquals(new Box(20, 30, 51, 21), hole.bounds());
        assertFalse(hole.isEmpty());
        assertTrue(hole(5, 5, (_, _) -> 255).isEmpty());
    }

    @Test
    void theLargestFreeRectangleIsFound() {
        Hole lShaped =
                hole(120, 120, (x, y) -> (x < 30 && y < 100) || (x < 110 && y < 20) ? 0 : 255);
        assertEquals(new Box(0, 0, 30, 100), new FreeRoom(lShaped).largest());
    }

    @Test
    void theRectangleIsInTheHoleWhereverThatIs() {
        Hole circle = hole(900, 700, (x, y) -> Math.hypot(x - 600, y - 400) < 250 ? 0 : 255);
        Box room = new FreeRoom(circle).largest();
        for (double x : new double[] {room.x(), room.right() - 1}) {
            for (double y : new double[] {room.y(), room.bottom() - 1}) {
                assertEquals(0, circle.kept((int) x, (int) y));
            }
        }
        assertTrue(room.width() * room.height() > 0.97 * 2 * 250 * 250, room.toString());
    }

    @Test
    void aHoleThatIsNowhereClearHasNoRoom() {
        Hole veil = hole(50, 50, (_, _) -> 100);
        assertEquals(0, new FreeRoom(veil).largest().width());
    }

    @Test
    void whatStaysThrowsAShadowIntoTheHoleButThePicturesEdgeDoesNot() {
        Hole corner = hole(400, 400, (x, y) -> x < 200 && y < 200 ? 0 : 255);
        EdgeShadow shadow = new EdgeShadow(corner);
        assertEquals(1, shadow.light(0, 0));
        assertEquals(1, shadow.light(100, 100));
        assertTrue(shadow.light(199, 100) < 0.85);
    }

    private static Hole hole(int width, int height, IntBinaryOperator kept) {
        Pixels mask = new Pixels(width, height);
        for (int i = 0; i < mask.argb().length; i++) {
            mask.argb()[i] = kept.applyAsInt(i % width, i / width) << 24;
        }
        return Hole.in(mask);
    }
}
